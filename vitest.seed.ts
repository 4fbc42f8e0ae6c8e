import fc from 'fast-check'

// Every test draws the same each time; `TEST_SEED=random` draws others. See CONTRIBUTING.md.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.TEST_SEED) })
