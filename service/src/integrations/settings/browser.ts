/** What the web app runs of this room: the very reader of settings that the server uses. Nothing here needs Node.js. */
export { SETTINGS_KEYS } from './check-settings.js'
export { explainRules } from './explain-rules.js'
export { type ReadSettings, readSettings, type SettingsProblem, settingsProblems } from './read-settings.js'
export {
  CLIENTS,
  type Client,
  ENCODINGS,
  type Encoding,
  fillSettings,
  PAYMENTS,
  type PaymentRule,
  SCHEMA_VERSIONS,
  type SchemaVersion,
  SETTINGS_DEFAULTS,
  type Settings,
} from './settings.js'
export { MAX_METHOD_LENGTH, MAX_SETTINGS_LENGTH } from './settings-limits.js'
export { DESCRIPTIONS } from './texts-schema.js'
