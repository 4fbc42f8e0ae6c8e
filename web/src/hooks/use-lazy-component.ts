import { type ComponentType, type RefObject, useEffect, useState } from 'react'

interface Later<Props> {
  /** Replaces the button once its code is loaded, and opens itself (`useOpenOnMount`). */
  Loaded: ComponentType<Props> | undefined
  button: {
    'aria-expanded': false
    onPointerEnter: () => void
    onFocus: () => void
    onClick: () => void
  }
}

/** A menu or list behind a button: its code loads when somebody is about to press the button. */
export function useLazyComponent<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): Later<Props> {
  const [Loaded, setLoaded] = useState<ComponentType<Props>>()
  // No connection: the next press tries again.
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

/** The new button gets the focus first, because the menu remembers where to return it when it opens. */
export function useOpenOnMount(button: RefObject<HTMLElement | null>, open: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, in place of the pressed button
  useEffect(() => {
    button.current?.focus()
    open()
  }, [])
}
