import type { Preview } from '@storybook/react-vite'
import '../editor/ui/tokens.css'
import '../editor/ui/base.css'

const preview: Preview = { parameters: { a11y: { test: 'error' } } }
export default preview
