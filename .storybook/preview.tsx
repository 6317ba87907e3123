import type { Preview } from '@storybook/react-vite'
import { configure } from 'storybook/test'
import '../editor/ui/tokens.css'
import '../editor/ui/base.css'

// How long a story waits for what it expects: pages load their parts when they are first opened.
configure({ asyncUtilTimeout: 8_000 })

// React Aria keeps what it read aloud for some seconds, also when the button that it names is gone by then.
const preview: Preview = {
  parameters: { a11y: { test: 'error', context: { exclude: ['[data-live-announcer]'] } } },
}
export default preview
