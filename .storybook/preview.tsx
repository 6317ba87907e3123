import type { Preview } from '@storybook/react-vite'
import { configure } from 'storybook/test'
import '../editor/ui/tokens.css'
import '../editor/ui/base.css'

// How long a story waits for what it expects: pages load their parts when they are first opened.
configure({ asyncUtilTimeout: 8_000 })

const preview: Preview = { parameters: { a11y: { test: 'error' } } }
export default preview
