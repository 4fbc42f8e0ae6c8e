import { sessid } from '../session.js'
import type { Call } from '../transport/call.js'
import { lines, type TextAnswer } from '../transport/reply.js'
import { agreedVersion } from './cml-version.js'

/** mode=init: two lines, since УТ refuses a third; two more for clients that send a `version` and expect them. */
export function init({ command, integration, session }: Call): TextAnswer {
  const limits = [`zip=${integration.zip ? 'yes' : 'no'}`, `file_limit=${integration.fileLimit}`]
  if (command.version === undefined) return lines(...limits)
  const ours = session.payments === 'documents' ? '2.10' : integration.schemaVersion
  return lines(...limits, `sessid=${sessid(session)}`, `version=${agreedVersion(command.version, ours)}`)
}
