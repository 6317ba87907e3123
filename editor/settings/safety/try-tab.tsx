import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { safetyRoutes } from '../../../schema/api/safety.ts'
import type { Assessment } from '../../../schema/assessment.ts'
import { nameOfDanger } from '../../../schema/danger-names.ts'
import { call, wordsOf } from '../../api.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { verdictWords } from '../../ui/danger-words.ts'
import { MarkedWords } from '../../ui/marked-words.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import settings from '../settings.module.css'
import { layerNames } from './layer-names.ts'
import styles from './safety.module.css'

/** Typed messages, judged as a visitor's would be, with everything that the verdict rests on. Nothing is kept. */
export function TryTab() {
  const [typed, setTyped] = useState('')
  const messages = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const judge = useMutation({
    mutationFn: async (tried: string[]) => {
      const answer = await call(safetyRoutes.tryMessages, { body: { messages: tried } })
      return tried.map((text, at) => ({ text, assessment: answer.tried[at]?.now }))
    },
  })
  return (
    <div className={styles.tab}>
      <Panel title="Try messages">
        <Form
          className={settings.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (messages.length > 0) judge.mutate(messages.slice(0, 50))
          }}
        >
          <TextArea
            label="Messages"
            help="One on each line, as a visitor would type it. At most 50. Nothing is kept."
            rows={4}
            value={typed}
            onChange={setTyped}
          />
          {judge.isError && (
            <Banner tone="emergency" live title="Not judged.">
              {wordsOf(judge.error)} What you typed is still here.
            </Banner>
          )}
          <div className={settings.foot}>
            <Button type="submit" variant="primary" busy={judge.isPending} isDisabled={messages.length === 0}>
              Judge {messages.length > 1 ? `${Math.min(messages.length, 50)} messages` : 'the message'}
            </Button>
          </div>
        </Form>
      </Panel>
      {judge.data && (
        <ul className={styles.tried} aria-label="How they were judged" aria-live="polite">
          {judge.data.map(({ text, assessment }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same, and none of them moves
            <li key={at}>{assessment && <Tried text={text} assessment={assessment} />}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Tried({ text, assessment }: { text: string; assessment: Assessment }) {
  const { verdict, category, evidence, detectorVersion } = assessment
  return (
    <Panel>
      <p className={styles.message}>
        <MarkedWords words={text} evidence={evidence} />
      </p>
      <p className={styles.verdict}>
        <Badge tone={verdict === 'none' ? 'neutral' : verdict}>{verdictWords[verdict]}</Badge>
        {verdict !== 'none' && nameOfDanger(category)}
        <small>Detector {detectorVersion}</small>
      </p>
      {evidence.length > 0 && (
        <dl className={settings.facts}>
          {evidence.map(({ layer, rule, span: [start, end], explanation }) => (
            <div key={`${layer} ${rule} ${start}`} className={styles.evidence}>
              <dt>{layerNames[layer] ?? nameOfDanger(layer)}</dt>
              <dd>
                {explanation}
                {isPart(text, start, end) && (
                  <>
                    : <q>{text.slice(start, end)}</q>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  )
}

/** What rests on the message as a whole does not repeat it. */
function isPart(text: string, start: number, end: number): boolean {
  return end > start && end - start < text.length
}
