import { useState } from 'react'
import type { SimulatedAnswer } from '../../../schema/api/simulate.ts'
import type { FlowNode } from '../../../schema/flow.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { sampleAnswer } from './world.ts'

const modes = [
  { value: 'answers', label: 'Answers' },
  { value: 'refused', label: 'Refuses (status 500)' },
  { value: 'failed', label: 'Cannot be reached' },
  { value: 'timeout', label: 'Times out' },
  { value: 'unknown', label: 'Nobody knows whether it worked' },
]

interface HttpAnswerProps {
  node: FlowNode
  title: string
  /** Missing while it answers with a sample. */
  answer: SimulatedAnswer | undefined
  onChange: (answer: SimulatedAnswer) => void
}

/** How one HTTP action is answered in the simulation. */
export function HttpAnswer({ node, title, answer, onChange }: HttpAnswerProps) {
  const given = answer ?? sampleAnswer(node)
  const mode = typeof given === 'string' ? given : given.status >= 300 ? 'refused' : 'answers'
  const choose = (next: string) => {
    if (next === 'failed' || next === 'timeout' || next === 'unknown') onChange(next)
    else onChange(next === 'refused' ? { status: 500, body: null } : sampleAnswer(node))
  }
  return (
    <>
      <SelectField label={title} options={modes} value={mode} onChange={choose} />
      {mode === 'answers' && typeof given !== 'string' && (
        <Body key={node.id} title={title} body={given.body} onChange={(body) => onChange({ status: 200, body })} />
      )}
    </>
  )
}

function Body({ title, body, onChange }: { title: string; body: unknown; onChange: (body: unknown) => void }) {
  const [typed, setTyped] = useState(() => JSON.stringify(body, undefined, 2))
  const [wrong, setWrong] = useState(false)
  return (
    <TextArea
      label={`What ${title} answers`}
      mono
      rows={4}
      value={typed}
      error={wrong ? 'This is not JSON yet. The last good answer counts.' : undefined}
      onChange={(next) => {
        setTyped(next)
        const read = readJson(next)
        setWrong(read === undefined)
        if (read !== undefined) onChange(read.value)
      }}
    />
  )
}

function readJson(text: string): { value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch {
    return undefined
  }
}
