import { NativeSelect, NumberInput, Switch } from '@mantine/core'
import { ENCODINGS, PAYMENTS, SCHEMA_VERSIONS, SETTINGS_DEFAULTS } from '@obmen/contract/settings'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { DateField } from '../forms/date-field.js'
import { asText, type SettingsDocument } from './settings-document.js'
import classes from './settings-form.module.css'
import { texts } from './texts.js'

interface Props {
  document: SettingsDocument
  set: (key: string, value: unknown) => void
  disabled: boolean
}

/** Settings that most integrations leave alone. An emptied field removes its key: the default applies. */
export function MoreSettings({ document, set, disabled }: Props) {
  const t = useTexts(texts)
  const { number } = useFormats()
  const choice = (key: 'schemaversion' | 'encoding' | 'ordernumber' | 'payments') => ({
    disabled,
    value: asText(document[key] ?? SETTINGS_DEFAULTS[key]),
    onChange: (event: React.ChangeEvent<HTMLSelectElement>) => set(key, event.currentTarget.value),
  })
  const numeric = (
    key: 'ordernumberfrom' | 'batchlimit' | 'filelimit' | 'quarantineafter' | 'quarantinepause',
  ) => ({
    disabled,
    allowNegative: false,
    allowDecimal: false,
    hideControls: true,
    value: typeof document[key] === 'number' ? document[key] : '',
    onChange: (value: string | number) => set(key, typeof value === 'number' ? value : undefined),
  })

  return (
    <div className={classes.grid}>
      <DateField
        className={classes.wide ?? ''}
        label={t.ordersfrom}
        description={t.ordersfromHelp}
        disabled={disabled}
        value={asText(document.ordersfrom)}
        onChange={day => set('ordersfrom', day)}
      />
      <DateField
        className={classes.wide ?? ''}
        label={t.closedbefore}
        description={t.closedbeforeHelp}
        disabled={disabled}
        value={asText(document.closedbefore)}
        onChange={day => set('closedbefore', day)}
      />
      <NativeSelect
        className={classes.wide ?? ''}
        label={t.payments}
        description={t.paymentsHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={PAYMENTS.map(value => ({ value, label: t.paymentForms[value] }))}
        {...choice('payments')}
      />
      <NativeSelect label={t.schemaversion} data={[...SCHEMA_VERSIONS]} {...choice('schemaversion')} />
      <NativeSelect label={t.encoding} data={[...ENCODINGS]} {...choice('encoding')} />
      <NativeSelect
        label={t.ordernumber}
        data={[
          { value: 'sequence', label: t.orderNumbers.sequence },
          { value: 'platform', label: t.orderNumbers.platform },
        ]}
        {...choice('ordernumber')}
      />
      <NumberInput label={t.ordernumberfrom} placeholder="1" {...numeric('ordernumberfrom')} />
      <NumberInput
        label={t.batchlimit}
        placeholder={t.byDefault(number(SETTINGS_DEFAULTS.batchlimit))}
        {...numeric('batchlimit')}
      />
      <NumberInput
        label={t.filelimit}
        placeholder={t.byDefault(number(SETTINGS_DEFAULTS.filelimit))}
        {...numeric('filelimit')}
      />
      <NumberInput
        label={t.quarantineafter}
        placeholder={t.byDefault(number(SETTINGS_DEFAULTS.quarantineafter))}
        {...numeric('quarantineafter')}
      />
      <NumberInput
        label={t.quarantinepause}
        placeholder={t.byDefault(number(SETTINGS_DEFAULTS.quarantinepause))}
        {...numeric('quarantinepause')}
      />
      <Switch
        className={classes.wide ?? ''}
        label={t.commentprefix}
        description={t.commentprefixHelp}
        disabled={disabled}
        checked={document.commentprefix !== false}
        onChange={event => set('commentprefix', event.currentTarget.checked ? undefined : false)}
      />
      <Switch
        className={classes.wide ?? ''}
        label={t.accept1c}
        description={t.accept1cHelp}
        disabled={disabled}
        checked={document.accept1c !== false}
        onChange={event => set('accept1c', event.currentTarget.checked ? undefined : false)}
      />
      <Switch
        className={classes.wide ?? ''}
        label={t.zip}
        disabled={disabled}
        checked={document.zip === true}
        onChange={event => set('zip', event.currentTarget.checked)}
      />
    </div>
  )
}
