/** NOTIFY channel by which servers learn of events that people are watching. */
export const LIVE_CHANNEL = 'obmen'
