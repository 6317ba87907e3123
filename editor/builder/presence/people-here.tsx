import { Button } from 'react-aria-components'
import { Avatar } from '../../ui/avatar.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { useBuilder } from '../builder-context.tsx'
import styles from './presence.module.css'
import { useOthers } from './presence-store.ts'

/** Who else has the flow open. A press goes to the node that they are on. */
export function PeopleHere() {
  const { store, scene } = useBuilder()
  const others = useOthers()
  if (others.length === 0) return null
  const { cards } = scene()
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that go somewhere are no fieldset
    <div role="group" aria-label="Also here" className={styles.people}>
      {others.map(({ client, name, node }) => {
        const card = node === null ? undefined : cards.get(node)
        const where = card ? `${name}, on ${card.title}` : name
        return (
          <Tooltip key={client} text={where}>
            <Button
              className={styles.person}
              aria-label={where}
              onPress={() => node !== null && card && store.getState().focus(node)}
            >
              <Avatar name={name} />
            </Button>
          </Tooltip>
        )
      })}
    </div>
  )
}

/** In the settings of a node: that somebody else is on it too. */
export function AlsoOnNode({ node }: { node: string }) {
  const names = [...new Set(useOthers().flatMap((person) => (person.node === node ? person.name : [])))]
  if (names.length === 0) return null
  return (
    <p className={styles.also} role="status">
      {names.map((name) => (
        <Avatar key={name} name={name} />
      ))}
      {names.join(' and ')} {names.length === 1 ? 'is' : 'are'} on this node too. What you both change is merged; for
      the same words you choose.
    </p>
  )
}
