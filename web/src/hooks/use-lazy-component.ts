import { type ComponentType, type RefObject, useEffect, useState } from 'react'

interface Later<Props> {
  /** Stands in the button's place once its code is there, and opens itself (`useOpenOnMount`). */
  Loaded: ComponentType<Props> | undefined
  /** Of the plain button that stands there before. */
  button: {
    'aria-expanded': false
    onPointerEnter: () => void
    onFocus: () => void
    onClick: () => void
  }
}

/** A menu or a list behind a button: its code is loaded when somebody is about to press it, and what it costs is paid by who opens it. */
export function useLazyComponent<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): Later<Props> {
  const [Loaded, setLoaded] = useState<ComponentType<Props>>()
  // Without a connection: the next press tries again.
  const ahead = () => void load().catch(() => {})
  const open = () =>
    void load().then(
      loaded => setLoaded(() => loaded.default),
      () => {},
    )
  return {
    Loaded,
    button: { 'aria-expanded': false, onPointerEnter: ahead, onFocus: ahead, onClick: open },
  }
}

/** The focus goes to the new button first: where it returns to is noted when the menu opens. */
export function useOpenOnMount(button: RefObject<HTMLElement | null>, open: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it takes the place of the button that was pressed
  useEffect(() => {
    button.current?.focus()
    open()
  }, [])
}
