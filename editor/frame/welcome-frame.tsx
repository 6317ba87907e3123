import { type ReactNode, useEffect } from 'react'
import { setPageTitle } from '../ui/page-title.ts'
import { SignpostMark } from '../ui/signpost-mark.tsx'
import styles from './welcome-frame.module.css'

interface WelcomeFrameProps {
  /** The window's title. */
  title: string
  heading: string
  words?: string
  /** The steps of set-up, where there are some. */
  steps?: readonly string[]
  /** Which of them this is, from 0. */
  step?: number
  children: ReactNode
}

/** Set-up and sign-in: the post on its hill to the left, one thing to do to the right. */
export function WelcomeFrame({ title, heading, words, steps, step = 0, children }: WelcomeFrameProps) {
  useEffect(() => setPageTitle(title), [title])
  return (
    <div className={styles.wrap}>
      <header className={styles.brand}>
        <div className={styles.name}>
          <SignpostMark size={38} /> Signpost
        </div>
        <p className={styles.heading}>{heading}</p>
        {words && <p className={styles.words}>{words}</p>}
        {steps && (
          <ol className={styles.steps} aria-label="Steps">
            {steps.map((name, index) => (
              <li
                key={name}
                className={index < step ? styles.done : index === step ? styles.on : undefined}
                aria-current={index === step ? 'step' : undefined}
              >
                <span className={styles.number}>{index + 1}</span>
                <span className={styles.label}>
                  {name}
                  {index < step && <span className="sr"> (done)</span>}
                </span>
              </li>
            ))}
          </ol>
        )}
        <Hills />
      </header>
      <main id="main" className={styles.main}>
        {children}
      </main>
    </div>
  )
}

function Hills() {
  return (
    <svg className={styles.hills} viewBox="0 0 400 300" aria-hidden="true" focusable="false">
      <path d="M0 190c60-44 110-40 170-8s130 30 230-42v160H0z" fill="#16283F" />
      <path d="M0 236c80-34 150-22 220 2s120 14 180-16v78H0z" fill="#1D3552" />
      <path d="M292 66v190" stroke="#fff" strokeWidth="9" strokeLinecap="round" />
      <path d="M262 82h76l22 19-22 19h-76z" fill="#FFC83D" />
      <path d="M322 134h-66l-20 17 20 17h66z" fill="#fff" />
      <path d="M0 268c90-22 190-16 270-6s90 4 130-4v42H0z" fill="#254468" />
    </svg>
  )
}
