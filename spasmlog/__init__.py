"""SpasmLog: a symptom-and-recovery journal for people whose back or neck spasms."""

__version__ = "0.1.0"
