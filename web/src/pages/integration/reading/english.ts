import type { ReadingStep } from '@obmen/contract'

/** What a step of the check found and what to do: the server says it in Russian only. */
export const STEPS: Readonly<Record<ReadingStep, { ok: string; failed: string }>> = {
  address: {
    ok: 'The address is one that Obmen may read.',
    failed:
      'Obmen may not read this address. Check it; private ones have to be allowed by whoever runs Obmen.',
  },
  reached: {
    ok: 'The server answers.',
    failed:
      'There is no answer of 1C at this address. Check that the base is published there and reachable from Obmen.',
  },
  'signed-in': {
    ok: '1C accepts the user and the password.',
    failed: '1C does not accept the user or the password. Enter those of a user of 1C.',
  },
  published: {
    ok: 'The invoices are published.',
    failed:
      'Not all data is published. Its administrator ticks it in the composition of the OData interface of 1C.',
  },
  rights: {
    ok: 'The user may read what is published. Whether it may also write can’t be seen from here: let only GET and HEAD through.',
    failed: 'The user may not read all that is needed. The administrator of 1C has to give it the rights.',
  },
  organization: {
    ok: 'The organization of this company is found.',
    failed: 'It is not clear which organization this is. Choose it below and check again.',
  },
  clock: {
    ok: 'The clocks agree.',
    failed: 'The clock of 1C’s server differs from the one of Obmen. Set it by NTP.',
  },
}

/** Of objects of 1C. */
export const NOT_READ = 'Not read, and so not known:'
