import type { Completion } from '@codemirror/autocomplete'
import { Alert, Button, SegmentedControl, Skeleton } from '@mantine/core'
import type { Facets } from '@obmen/contract/rest'
import {
  CLIENT_CHOICES,
  ENCODINGS,
  PAYMENTS,
  SCHEMA_VERSIONS,
  SETTINGS_DEFAULTS,
  SETTINGS_KEYS,
  settingsProblems,
} from '@obmen/contract/settings'
import { IconWand } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { facetsQuery } from '../../api/integrations.js'
import { useLanguage, useTexts } from '../../texts/language.js'
import type { PlaceOfKey } from '../code/json-suggestions.js'
import { corrections, formatted } from './settings-document.js'
import classes from './settings-editor.module.css'
import { SettingsForm } from './settings-form.js'
import { texts } from './texts.js'

const CHOICES: Record<string, readonly string[]> = {
  client: CLIENT_CHOICES,
  schemaversion: SCHEMA_VERSIONS,
  encoding: ENCODINGS,
  payments: PAYMENTS,
  ordernumber: ['sequence', 'platform'],
}

function suggestSettings(place: PlaceOfKey, facets: Facets | undefined, t: typeof texts.ru): Completion[] {
  const inRule = place.path.length === 1 && place.path[0] === 'paymentrules'
  if (place.path.length > 0 && !inRule) return []
  if (place.kind === 'key') {
    const keys: [string, string][] = inRule
      ? [
          ['status', t.keys.status],
          ['gateway', t.keys.gateway],
          ['paymentmethodname', t.keys.ruleMethod],
        ]
      : SETTINGS_KEYS.map(key => [key, t.keys[key]])
    return keys
      .filter(([key]) => !place.present.includes(key))
      .map(([label, detail]) => ({ label, detail, type: 'property' }))
  }
  if (inRule) return valuesOf(place.key, facets).map(label => ({ label, type: 'text' }))
  const standard = SETTINGS_DEFAULTS[place.key as keyof typeof SETTINGS_DEFAULTS]
  return (CHOICES[place.key] ?? []).map(label => ({
    label,
    type: 'enum',
    ...(label === standard ? { detail: t.byDefault(label) } : {}),
  }))
}

function valuesOf(key: string, facets: Facets | undefined): readonly string[] {
  if (key === 'status') return facets?.statuses ?? []
  return key === 'gateway' ? (facets?.gateways ?? []) : []
}

const JsonEditor = lazy(() => import('../code/json-editor.js'))

const PASTED = 8
const QUIET_MS = 450

interface Props {
  value: string
  onChange: (value: string) => void
  error?: string | undefined
}

/** One value, two views: the JSON text is the truth, the form reads it and writes it. */
export function SettingsEditor(props: Props) {
  const { value, onChange, error } = props
  const t = useTexts(texts)
  const [view, setView] = useState<'json' | 'form'>('form')
  const seen = useQuery(facetsQuery).data

  // Problems are shown beside the JSON. This effect precedes the one that looks for the field to focus.
  useLayoutEffect(() => {
    if (error !== undefined) setView('json')
  }, [error])

  return (
    <div className={classes.editor} data-view={view}>
      <SegmentedControl
        className={classes.views}
        aria-label={t.views.label}
        value={view}
        onChange={chosen => setView(chosen as 'json' | 'form')}
        data={[
          { value: 'form', label: t.views.form },
          { value: 'json', label: t.views.json },
        ]}
        fullWidth
      />
      <div className={classes.form}>
        <SettingsForm text={value} onChange={onChange} seen={seen} />
      </div>
      <div className={classes.json}>
        <SettingsText {...props} seen={seen} />
      </div>
    </div>
  )
}

/** The JSON; its typography is corrected when it is pasted or left. */
function SettingsText({ value, onChange, error, seen }: Props & { seen: Facets | undefined }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [corrected, setCorrected] = useState<string[]>([])
  const problems = useMemo(() => settingsProblems(value, language), [value, language])
  const shown = useQuiet(problems)
  const tidy = formatted(value)

  function edit(text: string, inserted: number) {
    setCorrected([])
    if (inserted > PASTED) changeCorrected(text)
    else onChange(text)
  }

  function changeCorrected(text: string) {
    const better = corrections(text, language)
    if (better !== undefined) setCorrected(better.notes)
    onChange(better?.text ?? text)
  }

  return (
    <>
      <div className={classes.head}>
        <span className={classes.label} data-marked>
          {t.label}
        </span>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          disabled={tidy === undefined}
          onClick={() => tidy !== undefined && onChange(tidy)}
        >
          {t.tidy}
        </Button>
      </div>
      <Suspense fallback={<Skeleton height={196} radius="md" />}>
        <JsonEditor
          label={t.label}
          value={value}
          onChange={edit}
          onBlur={() => changeCorrected(value)}
          problems={shown}
          invalid={error !== undefined}
          suggest={place => suggestSettings(place, seen, t)}
        />
      </Suspense>
      {error !== undefined && problems.length === 0 && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
      {corrected.length > 0 && (
        <Alert
          variant="light"
          color="teal"
          icon={<IconWand size={18} />}
          title={t.corrected}
          mt="xs"
          role="status"
        >
          {corrected.map(note => (
            <div key={note}>{note}</div>
          ))}
        </Alert>
      )}
    </>
  )
}

/** Removes problems at once, and adds them after a pause in typing: nobody is corrected in mid-word. */
function useQuiet<Value extends readonly unknown[]>(value: Value): Value {
  const [shown, setShown] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    clearTimeout(timer.current)
    if (value.length === 0) setShown(value)
    else timer.current = setTimeout(() => setShown(value), QUIET_MS)
    return () => clearTimeout(timer.current)
  }, [value])
  return value.length === 0 ? value : shown
}
