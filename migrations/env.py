"""Run the migrations on the connection that the program hands over."""

from alembic import context
from sqlalchemy import MetaData

connection = context.config.attributes["connection"]
metadata: MetaData | None = context.config.attributes.get("metadata")

# The caller owns the transaction: it is committed only when every step has gone through.
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
