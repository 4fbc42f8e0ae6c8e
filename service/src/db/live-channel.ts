/** What happens is told on this channel (NOTIFY) to every server that has people watching. */
export const LIVE_CHANNEL = 'obmen'
