import { Undo2 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { MarkedWords } from '../../ui/marked-words.tsx'
import { Markup } from '../../ui/markup.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useBuilder, useFlow } from '../builder-context.tsx'
import styles from './simulator.module.css'
import { useSimulator, useSimulatorState } from './simulator-store.ts'
import { type Assessed, type Talk, toTalk } from './to-talk.ts'
import { TookItem } from './took-item.tsx'

/** The conversation so far. New lines are read aloud as they come. */
export function TalkLog() {
  const { scene } = useBuilder()
  const flow = useFlow()
  const played = useSimulatorState((state) => state.played)
  const actions = useSimulatorState((state) => state.playedActions)
  const failure = useSimulatorState((state) => state.failure)
  const log = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is that of this flow
  const talk = useMemo(() => (played ? toTalk(played, actions, scene().cards) : []), [played, actions, flow])
  const { length } = talk
  useEffect(() => {
    if (length > 0) log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [length])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <div ref={log} className={styles.log} role="log" aria-label="Conversation" tabIndex={0}>
      {!played && failure === undefined && <Skeleton label="Starting the conversation" lines={3} />}
      {talk.map((item) => (
        <Item key={item.key} item={item} />
      ))}
    </div>
  )
}

function Item({ item }: { item: Talk }) {
  const { store } = useBuilder()
  switch (item.kind) {
    case 'visitor':
      return <VisitorItem text={item.text} action={item.action} assessment={item.assessment} />
    case 'advice':
      return (
        <div className={classes(styles.advice, styles[item.verdict])}>
          {item.lines.map((line) => (
            <Markup key={line} text={line} />
          ))}
        </div>
      )
    case 'said':
      return (
        <div className={styles.said}>
          {item.name && <b>{item.name}</b>}
          <Markup text={item.text} />
        </div>
      )
    case 'took':
      return <TookItem item={item} onGo={() => store.getState().focus(item.node)} />
    case 'line':
      return <p className={styles.line}>{item.text}</p>
  }
}

function VisitorItem({ text, action, assessment }: { text: string; action: number; assessment: Assessed | undefined }) {
  const simulator = useSimulator()
  const [why, setWhy] = useState(false)
  return (
    <div className={styles.visitor}>
      <div className={styles.mine}>{text}</div>
      <div className={styles.verdict}>
        <IconButton
          size="s"
          label={`Go back to before “${text.slice(0, 40)}”`}
          icon={<Undo2 size={14} aria-hidden="true" />}
          onPress={() => simulator.getState().back(action)}
        />
        {assessment ? (
          <>
            <Verdict assessment={assessment} />
            <span>{assessment.ms < 0.1 ? '< 0.1' : assessment.ms.toFixed(1)} ms</span>
            <button type="button" aria-expanded={why} onClick={() => setWhy(!why)}>
              Why?
            </button>
          </>
        ) : (
          <span>Not their own words</span>
        )}
      </div>
      {why && assessment && <Why text={text} assessment={assessment} />}
    </div>
  )
}

function Verdict({ assessment: { verdict } }: { assessment: Assessed }) {
  if (verdict === 'emergency') return <Badge tone="emergency">Emergency</Badge>
  if (verdict === 'safeguarding') return <Badge tone="safeguarding">Safeguarding</Badge>
  return <Badge tone="ok">None</Badge>
}

function Why({ text, assessment }: { text: string; assessment: Assessed }) {
  const { verdict, category, confidence, evidence } = assessment
  return (
    <div className={styles.why}>
      {(verdict !== 'none' || evidence.length > 0) && (
        <p>
          {category.replaceAll('_', ' ')}, {Math.round(confidence * 100)}% sure
        </p>
      )}
      <p>
        <MarkedWords words={text} evidence={evidence} />
      </p>
      {evidence.length === 0 ? (
        <p>No layer of the detector found danger.</p>
      ) : (
        <ul>
          {evidence.map(({ layer, rule, explanation, span }) => (
            <li key={`${layer} ${rule} ${span[0]} ${span[1]}`}>
              {explanation} <small>{layer}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
