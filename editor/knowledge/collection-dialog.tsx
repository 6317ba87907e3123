import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Collection, knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { call } from '../api.ts'
import { departmentsQuery } from '../departments-query.ts'
import { toId } from '../to-id.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './knowledge.module.css'
import { useKnowledgeAct } from './use-knowledge-act.ts'

interface CollectionDialogProps {
  /** Left out for a new one. */
  collection: Collection | undefined
  taken: readonly string[]
  onClose: () => void
  onRemoved: () => void
}

/** Makes a collection, or changes whose visitors are answered from it. */
export function CollectionDialog({ collection, taken, onClose, onRemoved }: CollectionDialogProps) {
  const [name, setName] = useState(collection?.name ?? '')
  const [departments, setDepartments] = useState(collection?.departments ?? [])
  const known = useQuery(departmentsQuery).data?.departments ?? []
  const save = useKnowledgeAct({
    act: () =>
      call(knowledgeRoutes.saveCollection, {
        params: { id: collection?.id ?? toId(name, taken) },
        body: { name: name.trim(), departments },
      }),
    done: () => `“${name.trim()}” is saved`,
    onDone: onClose,
  })
  const remove = useKnowledgeAct({
    act: () => call(knowledgeRoutes.removeCollection, { params: { id: collection?.id ?? '' } }),
    done: () => `“${collection?.name}” is removed`,
    onDone: () => {
      onRemoved()
      onClose()
    },
  })
  const isEmpty = collection?.documents === 0
  return (
    <Dialog
      open
      fieldFirst
      onClose={onClose}
      title={collection ? `Change “${collection.name}”` : 'New collection'}
      verb="Save the collection"
      busy={save.isPending}
      disabled={name.trim() === ''}
      onConfirm={() => save.mutate()}
    >
      <TextField label="Name" value={name} onChange={setName} maxLength={100} autoFocus />
      <fieldset className={styles.group}>
        <legend>Only for visitors of these departments</legend>
        <p className={styles.hint}>With none of them it answers everybody.</p>
        {known.map((department) => (
          <CheckboxField
            key={department.id}
            label={department.name}
            isSelected={departments.includes(department.id)}
            onChange={(on) =>
              setDepartments(on ? [...departments, department.id] : departments.filter((id) => id !== department.id))
            }
          />
        ))}
      </fieldset>
      {collection && (
        <p className={styles.hint}>
          {isEmpty ? 'It holds no documents.' : 'Move or delete its documents before you remove it.'}{' '}
          <Button
            size="s"
            variant="quiet"
            isDisabled={!isEmpty}
            busy={remove.isPending}
            onPress={() => remove.mutate()}
          >
            Remove the collection
          </Button>
        </p>
      )}
    </Dialog>
  )
}
