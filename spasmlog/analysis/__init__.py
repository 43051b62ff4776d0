"""Numbers worked out from a diary. Pure; may not know rules, the store, Qt or matplotlib."""
