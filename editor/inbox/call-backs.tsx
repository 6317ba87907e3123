import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Phone } from 'lucide-react'
import { type CallBack, callBacksRoutes } from '../../schema/api/call-backs.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Elapsed } from '../ui/time.tsx'
import styles from './inbox.module.css'

/** People who wait to be rung up. One person takes each, rings, and says what came of it. */
export function CallBacks() {
  const { data } = useQuery({
    queryKey: [...inboxKey, 'call-backs'],
    queryFn: ({ signal }) => call(callBacksRoutes.list, { signal }),
    refetchInterval: 30_000,
  })
  if (!data || data.callBacks.length === 0) return null
  return (
    <section aria-label="Call back">
      <h2 className={styles.lane}>
        Call back <span className="num">{data.callBacks.length}</span>
      </h2>
      <ul>
        {data.callBacks.map((one) => (
          <Call key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Call({ one }: { one: CallBack }) {
  const { user } = useSession()
  const queries = useQueryClient()
  const params = { id: one.id }
  const after = { onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }) }
  const take = useMutation({ mutationFn: () => call(callBacksRoutes.take, { params }), ...after })
  const finish = useMutation({
    mutationFn: (outcome: 'reached' | 'no-answer' | 'not-needed') =>
      call(callBacksRoutes.finish, { params, body: { outcome } }),
    ...after,
  })
  const error = take.error ?? finish.error
  const mine = one.owner?.id === user.id
  return (
    <li className={styles.callBack}>
      <p>
        <Phone size={14} aria-hidden="true" />
        <span>
          <b>{one.name ?? `Contact ${one.number}`}</b> {mine ? <a href={`tel:${one.phone}`}>{one.phone}</a> : null}{' '}
          <Elapsed since={one.at} />
        </span>
      </p>
      {error && <p role="alert">{wordsOf(error)}</p>}
      <div>
        {mine ? (
          <>
            <Button size="s" busy={finish.isPending} onPress={() => finish.mutate('reached')}>
              Reached
            </Button>
            <Button size="s" isDisabled={finish.isPending} onPress={() => finish.mutate('no-answer')}>
              No answer
            </Button>
          </>
        ) : one.owner ? (
          <span>{one.owner.name} has it</span>
        ) : (
          <Button size="s" busy={take.isPending} onPress={() => take.mutate()}>
            Take
          </Button>
        )}
      </div>
    </li>
  )
}
