import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, startApp } from './app.tsx'
import { startTheme } from './frame/theme.ts'
import './ui/tokens.css'
import './ui/base.css'

startTheme()

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no element with the id "app"')
createRoot(place).render(
  <StrictMode>
    <App {...startApp()} />
  </StrictMode>,
)
