import { text } from 'node:stream/consumers'
import { adminRoutes } from '../../schema/api/admin.ts'
import { setUp } from '../accounts/set-up.ts'
import { readEnvironment } from '../env.ts'
import { openServices } from '../open-services.ts'
import { readWords } from './read-words.ts'
import { UsageError } from './usage-error.ts'

/** First set-up without the browser. Prints the key of the website's widget, and nothing else. */
export async function init(words: string[]): Promise<void> {
  const { options, rest } = readWords(words, {
    email: 'string',
    'password-stdin': 'boolean',
    site: 'string',
    name: 'string',
    force: 'string',
    template: 'string',
  })
  if (rest.length > 0 || !options['password-stdin'])
    throw new UsageError('Give the password on standard input and say so with --password-stdin.')
  const { email, name, force, template } = options
  const first = adminRoutes.setup.body.safeParse({
    email,
    password: (await text(process.stdin)).replace(/\r?\n$/, ''),
    name,
    force,
    template,
    site: options.site && URL.canParse(options.site) ? new URL(options.site).origin : options.site,
  })
  if (!first.success) {
    const [issue] = first.error.issues
    throw new UsageError(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
  }
  const services = await openServices(readEnvironment(), { workers: false })
  try {
    const { site } = await setUp(services, first.data, 'command line')
    console.log(site.key)
  } finally {
    await services.close()
  }
}
