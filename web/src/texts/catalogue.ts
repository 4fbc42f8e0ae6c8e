export type Language = 'ru' | 'en'

/** The English side of a catalogue: the same keys and parameters, or it doesn't compile. */
export type Texts<Russian> = { readonly [Key in keyof Russian]: Text<Russian[Key]> }

type Text<Value> = Value extends string
  ? string
  : Value extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : Texts<Value>

export interface Catalogue<Russian> {
  readonly ru: Texts<Russian>
  readonly en: Texts<Russian>
}

/** Puts the two languages of a `texts.ts` together; Russian is written first and sets the shape. */
export function catalogue<Russian>(ru: Russian, en: NoInfer<Texts<Russian>>): Catalogue<Russian> {
  return { ru: ru as Texts<Russian>, en }
}
