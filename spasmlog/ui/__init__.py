"""Qt: shows views and emits commands.

May not know SQL, the store or its tables, decide what a rule decides, or read the clock by itself.
"""
