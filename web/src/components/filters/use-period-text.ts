import { useMe } from '../../api/people/me.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { type Period, PRESETS, type Preset, presetPeriod } from './period.js'
import { texts } from './texts.js'

interface PeriodInWords {
  preset: Preset | undefined
  text: string | undefined
}

export function usePeriodText({ from, to }: Period): PeriodInWords {
  const t = useTexts(texts)
  const { day } = useFormats()
  const timeZone = useMe().data?.location?.timezone
  if (from === undefined && to === undefined) return { preset: undefined, text: undefined }
  const preset = PRESETS.find(name => {
    const period = presetPeriod(name, timeZone)
    return period.from === from && period.to === to
  })
  return { preset, text: preset === undefined ? inDays() : t.presets[preset] }

  function inDays(): string | undefined {
    if (from !== undefined && to !== undefined) return from === to ? day(from) : t.between(day(from), day(to))
    if (from !== undefined) return t.since(day(from))
    return to === undefined ? undefined : t.until(day(to))
  }
}
