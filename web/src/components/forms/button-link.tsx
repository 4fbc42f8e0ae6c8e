import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

function ButtonAnchor(props: ButtonProps & Omit<ComponentProps<'a'>, keyof ButtonProps>) {
  return <Button component="a" variant="default" {...props} />
}

/** A button that leads to a page of the app: `to`, `params` and `search` are checked as a Link's. */
export const ButtonLink = createLink(ButtonAnchor)
