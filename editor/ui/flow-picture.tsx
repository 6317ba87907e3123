import styles from './flow-picture.module.css'

type Box = [x: number, y: number, width: number, height: number, kind: string]

/** Four sizes of flow, drawn small: what a template looks like before it is opened. */
const pictures: { from: number; lines: string; boxes: Box[] }[] = [
  {
    from: 40,
    lines:
      'M56 58h20M112 40h16q6 0 6-6v-2h20M112 58h42M112 74h16q6 0 6 6v4h20M190 32h12q6 0 6 6v10M190 86h12q6 0 6-6V68',
    boxes: [
      [20, 46, 36, 24, 'safety'],
      [76, 30, 36, 56, 'decide'],
      [154, 22, 36, 20, 'talk'],
      [154, 48, 36, 20, 'knowledge'],
      [154, 76, 36, 20, 'connect'],
      [196, 48, 26, 20, 'people'],
    ],
  },
  {
    from: 20,
    lines: 'M66 58h24M132 58h24',
    boxes: [
      [26, 46, 40, 24, 'safety'],
      [90, 34, 42, 48, 'talk'],
      [156, 46, 40, 24, 'connect'],
    ],
  },
  {
    from: 2,
    lines: 'M72 58h28M148 58h24',
    boxes: [
      [32, 46, 40, 24, 'safety'],
      [100, 40, 48, 36, 'decide'],
      [172, 46, 40, 24, 'people'],
    ],
  },
  { from: 0, lines: 'M136 58h24', boxes: [[88, 46, 48, 24, 'flow']] },
]

/** Decoration: the words beside it say everything. */
export function FlowPicture({ nodes }: { nodes: number }) {
  const picture = pictures.find(({ from }) => nodes >= from)
  return (
    <svg viewBox="0 0 240 116" className={styles.picture} aria-hidden="true" focusable="false">
      <path d={picture?.lines} fill="none" stroke="var(--edge)" strokeWidth={1.8} />
      {picture?.boxes.map(([x, y, width, height, kind]) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} rx={4} fill={`var(--node-${kind})`} />
      ))}
    </svg>
  )
}
