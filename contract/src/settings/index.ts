/** An integration's settings: reader, defaults, what the rules match; for server and browser. */

export { CLIENT_CHOICES, CLIENTS, type Client, type ClientChoice, clientNames } from '../clients.js'
export { nearestName, SETTINGS_KEYS } from './check-settings.js'
export { explainRules } from './explain-rules.js'
export {
  type ReadSettings,
  readSettings,
  SettingsError,
  type SettingsProblem,
  settingsProblems,
} from './read-settings.js'
export {
  ENCODINGS,
  type Encoding,
  type FullSettings,
  fillSettings,
  PAYMENTS,
  type PaymentRule,
  type Payments,
  SCHEMA_VERSIONS,
  type SchemaVersion,
  SETTINGS_DEFAULTS,
  type Settings,
} from './settings.js'
export {
  MAX_METHOD_LENGTH,
  MAX_ORDER_NUMBER,
  MAX_SETTINGS_LENGTH,
  UNCONFIRMED_JUMP,
} from './settings-limits.js'
export { adviceNotes } from './settings-notes.js'
export { DESCRIPTIONS } from './texts-schema.js'
export { formatSettingsMessage } from './texts-settings.js'
