/** One thing that was looked at; `good: false` says in its text what to do. */
export interface Finding {
  good: boolean
  text: string
}
