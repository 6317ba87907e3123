import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './runtime/db/tables/*.ts', out: './runtime/db/migrations' })
