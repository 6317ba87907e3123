import styles from './avatar.module.css'

const grounds = ['#2C4C72', '#6B3A0B', '#0B5C4A', '#5B2A6E'] as const

/** A person's initials. Hidden from screen readers: the name always stands beside it or names what holds it. */
export function Avatar({ name }: { name: string }) {
  const initials = name
    .split(/[\s.@]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return (
    <span
      className={styles.avatar}
      style={{ background: grounds[sum % grounds.length] }}
      data-initials={initials}
      aria-hidden="true"
    />
  )
}
