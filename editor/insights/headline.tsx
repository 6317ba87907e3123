import { Fragment, useId, useState } from 'react'
import type { Figures } from '../../schema/api/insights.ts'
import { definitions } from '../../schema/insights.ts'
import { classes } from '../ui/classes.ts'
import styles from './insights.module.css'
import {
  type Change,
  changeOfCount,
  changeOfPoints,
  changeOfScore,
  changeOfTime,
  formatCount,
  formatSeconds,
  formatShare,
  shareOf,
} from './words.ts'

interface HeadlineProps {
  figures: Figures
  compared: Figures | null
  /** `on October`, `on the 7 days before`. */
  comparedWith: string
}

/** The seven figures that everybody looks at first. */
export function Headline({ figures, compared, comparedWith }: HeadlineProps) {
  const { firstResponse, wait, satisfaction, recommend, acknowledged } = figures
  return (
    <section className={styles.headline} aria-label="Headline figures">
      <Figure
        comparedWith={comparedWith}
        name="Contacts"
        value={formatCount(figures.contacts)}
        change={changeOfCount(figures.contacts, compared?.contacts)}
      />
      <Figure
        comparedWith={comparedWith}
        name="Answered without a person"
        value={formatShare(figures.alone)}
        change={changeOfPoints(shareOf(figures.alone), compared && shareOf(compared.alone))}
        beside={figures.cameBack.of > 0 ? `${formatShare(figures.cameBack)} came back within 72 hours` : undefined}
      />
      <Figure
        comparedWith={comparedWith}
        name="First response, median"
        value={formatSeconds(firstResponse.seconds)}
        change={changeOfTime(firstResponse.seconds, compared?.firstResponse.seconds)}
        beside={few(firstResponse, 'answered by a person')}
      />
      <Figure
        comparedWith={comparedWith}
        name="Wait, 9 in 10 under"
        value={formatSeconds(wait.seconds)}
        change={changeOfTime(wait.seconds, compared?.wait.seconds)}
        beside={few(wait, 'waited')}
      />
      <Figure
        comparedWith={comparedWith}
        name="Satisfaction"
        value={satisfaction.value === null ? '–' : satisfaction.value.toFixed(1)}
        unit={satisfaction.value === null ? undefined : 'of 5'}
        change={changeOfScore(satisfaction.value, compared?.satisfaction.value)}
        beside={`${formatCount(satisfaction.n)} ${satisfaction.n === 1 ? 'answer' : 'answers'}`}
      />
      <Figure
        comparedWith={comparedWith}
        name="Would recommend (NPS)"
        value={recommend.value === null ? '–' : toSigned(recommend.value)}
        change={changeOfPoints(recommend.value, compared?.recommend.value)}
        beside={`${formatCount(recommend.n)} ${recommend.n === 1 ? 'answer' : 'answers'}`}
      />
      <Figure
        comparedWith={comparedWith}
        name="Emergencies raised"
        value={formatCount(figures.emergencies)}
        beside={
          acknowledged.seconds === null
            ? few(acknowledged, 'acknowledged')
            : `Acknowledged in ${formatSeconds(acknowledged.seconds)}`
        }
      />
      <Meanings />
    </section>
  )
}

const meanings = {
  Contacts: definitions.contacts,
  'Answered without a person': `${definitions.alone} ${definitions.cameBack}`,
  'First response': definitions.firstResponse,
  Wait: definitions.wait,
  Satisfaction: definitions.satisfaction,
  'Would recommend': definitions.recommend,
  'Emergencies raised': definitions.emergencies,
}

/** What the headline figures count, for whoever asks, and always in print. */
function Meanings() {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.meanings}>
      <button
        type="button"
        className={styles.open}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        What these figures mean
      </button>
      <dl id={id} className={classes(!open && styles.onlyInPrint)}>
        {Object.entries(meanings).map(([name, meaning]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  )
}

function Figure(props: {
  name: string
  value: string
  unit?: string | undefined
  change?: Change | undefined
  beside?: string | undefined
  comparedWith: string
}) {
  const { name, value, unit, change, beside, comparedWith } = props
  return (
    <div className={styles.figure}>
      <h2>{name}</h2>
      <b className="num">
        {value}
        {unit && <small> {unit}</small>}
      </b>
      {change && (
        <p
          className={classes(
            styles.change,
            change.better === true && styles.better,
            change.better === false && styles.worse,
          )}
        >
          {change.words} <span>{comparedWith}</span>
        </p>
      )}
      {beside && <p>{beside}</p>}
    </div>
  )
}

/** Why there is no median yet. */
function few({ seconds, n }: { seconds: number | null; n: number }, what: string): string | undefined {
  return seconds === null ? `${formatCount(n)} ${what}` : undefined
}

function toSigned(value: number): string {
  const points = Math.round(value)
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0'
}
