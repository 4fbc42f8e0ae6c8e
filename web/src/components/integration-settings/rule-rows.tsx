import { ActionIcon, Autocomplete, Button, Group, Switch, TextInput } from '@mantine/core'
import type { Facets } from '@obmen/contract/rest'
import type { PaymentRule } from '@obmen/contract/settings'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '../../texts/language.js'
import classes from './settings-form.module.css'
import { texts } from './texts.js'

interface Props {
  /** `paymentrules` of the JSON, whatever its type. */
  value: unknown
  onChange: (rules: unknown[]) => void
  seen: Facets | undefined
  disabled: boolean
  methodProblem: (method: string) => string | undefined
}

type RuleKey = keyof PaymentRule

/** Rules as rows of status × gateway; what isn't a rule is shown and left alone. */
export function RuleRows({ value, onChange, seen, disabled, methodProblem }: Props) {
  const t = useTexts(texts).rules
  const rules: unknown[] = Array.isArray(value) ? value : []
  const [wantsMethods, setWantsMethods] = useState(false)
  const ownMethods = wantsMethods || rules.some(rule => isRule(rule) && rule.paymentmethodname !== undefined)

  const set = (index: number, rule: PaymentRule) => onChange(rules.with(index, rule))

  function toggleMethods(on: boolean) {
    setWantsMethods(on)
    if (!on) onChange(rules.map(rule => (isRule(rule) ? withValue(rule, 'paymentmethodname', '') : rule)))
  }

  return (
    <fieldset className={classes.rules} disabled={disabled}>
      <legend>{t.title}</legend>
      <p className={classes.help}>{t.help}</p>
      {rules.length > 0 && (
        <div
          className={`${classes.rule} ${classes.head}`}
          data-own-method={ownMethods || undefined}
          aria-hidden="true"
        >
          <span>{t.status}</span>
          <span>{t.gateway}</span>
          {ownMethods && <span>{t.method}</span>}
          <span style={{ width: 28 }} />
        </div>
      )}
      {rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no identity but its place
        <div key={index} className={classes.rule} data-own-method={ownMethods || undefined}>
          {isRule(rule) ? (
            <RuleFields
              rule={rule}
              place={index + 1}
              seen={seen}
              methodProblem={ownMethods ? methodProblem : undefined}
              onChange={(key, text) => set(index, withValue(rule, key, text))}
            />
          ) : (
            <span className={classes.strange}>{t.strange(JSON.stringify(rule))}</span>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t.remove(index + 1)}
            disabled={disabled || rules.length === 1}
            onClick={() => onChange(rules.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      <Group justify="space-between" gap="xs">
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          leftSection={<IconPlus size={15} />}
          disabled={disabled}
          onClick={() => onChange([...rules, {}])}
        >
          {t.add}
        </Button>
        {(rules.length > 1 || ownMethods) && (
          <Switch
            size="xs"
            label={t.ownMethods}
            checked={ownMethods}
            onChange={event => toggleMethods(event.currentTarget.checked)}
          />
        )}
      </Group>
    </fieldset>
  )
}

interface FieldsProps {
  rule: PaymentRule
  place: number
  seen: Facets | undefined
  /** Absent: the rules have no methods of their own. */
  methodProblem: Props['methodProblem'] | undefined
  onChange: (key: RuleKey, text: string) => void
}

function RuleFields({ rule, place, seen, methodProblem, onChange }: FieldsProps) {
  const t = useTexts(texts).rules
  return (
    <>
      <Autocomplete
        aria-label={t.statusOf(place)}
        placeholder={t.any}
        data={seen?.statuses ?? []}
        value={rule.status ?? ''}
        onChange={text => onChange('status', text)}
      />
      <Autocomplete
        aria-label={t.gatewayOf(place)}
        placeholder={t.any}
        data={seen?.gateways ?? []}
        value={rule.gateway ?? ''}
        onChange={text => onChange('gateway', text)}
      />
      {methodProblem && (
        <TextInput
          aria-label={t.methodOf(place)}
          placeholder={t.asCommon}
          error={methodProblem(rule.paymentmethodname ?? '')}
          value={rule.paymentmethodname ?? ''}
          onChange={event => onChange('paymentmethodname', event.currentTarget.value)}
        />
      )}
    </>
  )
}

function isRule(rule: unknown): rule is PaymentRule {
  return (
    typeof rule === 'object' &&
    rule !== null &&
    !Array.isArray(rule) &&
    Object.entries(rule).every(
      ([key, text]) => !['status', 'gateway', 'paymentmethodname'].includes(key) || typeof text === 'string',
    )
  )
}

function withValue(rule: PaymentRule, key: RuleKey, text: string): PaymentRule {
  const { [key]: _old, ...rest } = rule
  if (text === '') return rest
  return key in rule ? { ...rule, [key]: text } : { ...rest, [key]: text }
}
