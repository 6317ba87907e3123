import { Kbd } from '../../ui/kbd.tsx'
import styles from './canvas.module.css'
import type { Linking } from './canvas-nodes.ts'
import type { Scene } from './scene.ts'

/** Says what the keys do while an outcome is being connected, and reads out where one is. */
export function CanvasHint({ linking, scene, said }: { linking: Linking | undefined; scene: Scene; said: string }) {
  const card = linking && scene.cards.get(linking.node)
  const outcome = card?.outcomes.find(({ id }) => id === linking?.outcome)?.label
  const target = linking?.target === undefined ? undefined : scene.cards.get(linking.target)?.title
  const words = !linking ? said : target ? `${outcome} leads to ${target}?` : `Outcome ${outcome} of ${card?.title}`
  return (
    <>
      <p role="status" className="sr">
        {words}
      </p>
      {linking && (
        <div className={styles.hint} aria-hidden="true">
          <b>{words}</b>
          <span>
            <Kbd keys="↑ ↓" /> {target ? 'choose the node' : 'choose the outcome'}
          </span>
          <span>
            <Kbd keys="Enter" /> {target ? 'connect' : 'then the node'}
          </span>
          <span>
            <Kbd keys="/" /> new node
          </span>
          <span>
            <Kbd keys="Esc" /> leave
          </span>
        </div>
      )}
    </>
  )
}
