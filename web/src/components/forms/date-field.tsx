import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useLanguage, useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import { maskDate, readDate, writeDate } from './typed-date.js'

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  value: string | undefined
  onChange: (day: string | undefined) => void
}

/** A date in the format of the interface language; the browser's own field follows the browser's language. */
export function DateField({ value, onChange, error, ...input }: Props) {
  const t = useTexts(texts).date
  const { language } = useLanguage()
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (value === undefined ? '' : writeDate(value, language))
  const isWrong = typed?.length === t.placeholder.length && readDate(typed) === undefined

  function type(text: string) {
    const masked = maskDate(text, language)
    const day = readDate(masked)
    setTyped(masked)
    if ((masked === '' || day !== undefined) && day !== value) onChange(day)
  }

  return (
    <TextInput
      {...input}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t.placeholder}
      value={shown}
      error={error ?? (isWrong ? t.noSuchDay : undefined)}
      onChange={event => type(event.currentTarget.value)}
      // An incomplete date is discarded: the field shows the current value.
      onBlur={() => setTyped(undefined)}
    />
  )
}
