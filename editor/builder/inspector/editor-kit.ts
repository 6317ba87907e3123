import type { NodeEditorKit } from '../../../nodes/kit/node-editor.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TriedAnswerView } from '../../ui/tried-answer-view.tsx'
import { TriedRequestView } from '../../ui/tried-request.tsx'
import { ExpressionField } from './expression-field.tsx'

/** The staff app's controls, as the panels of the nodes get them. */
export const editorKit: NodeEditorKit = {
  TextField,
  TextArea,
  ExpressionField,
  NumberField,
  SelectField,
  CheckboxField,
  Button,
  TriedRequestView,
  TriedAnswerView,
  IconButton,
}
