"""All records of the first version"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "activities",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("at_zone", sa.Text(), nullable=False),
        sa.Column("at_offset_min", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("intensity", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
    )
    op.create_index("ix_activities_day", "activities", ["day"])

    op.create_table(
        "answers",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("sign", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
    )
    op.create_index("ix_answers_day", "answers", ["day"])
    op.create_index("ix_answers_sign", "answers", ["sign"])

    op.create_table(
        "change_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("undone", sa.Integer(), nullable=False),
        sa.CheckConstraint("undone BETWEEN 0 AND 2", name=op.f("ck_change_log_undone")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_log")),
    )
    op.create_index("ix_change_log_record_id", "change_log", ["record_id"])
    op.create_index("ix_change_log_step", "change_log", ["step"])

    op.create_table(
        "check_ins",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("worst", sa.Integer(), nullable=True),
        sa.Column("average", sa.Integer(), nullable=True),
        sa.Column("limited", sa.Text(), nullable=True),
        sa.Column("sleep_h", sa.Float(), nullable=True),
        sa.Column("slept_badly", sa.Boolean(), nullable=True),
        sa.Column("sitting_h", sa.Float(), nullable=True),
        sa.Column("fluids_ml", sa.Integer(), nullable=True),
        sa.Column("moderate_min", sa.Integer(), nullable=True),
        sa.Column("vigorous_min", sa.Integer(), nullable=True),
        sa.Column("stretch_s", sa.Integer(), nullable=True),
        sa.Column("exposures", sa.Text(), nullable=False),
        sa.Column("copied", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("average BETWEEN 0 AND 10", name=op.f("ck_check_ins_average")),
        sa.CheckConstraint("worst BETWEEN 0 AND 10", name=op.f("ck_check_ins_worst")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_ins")),
        sa.UniqueConstraint("day", name=op.f("uq_check_ins_day")),
    )
    op.create_table(
        "drinks",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("at_zone", sa.Text(), nullable=False),
        sa.Column("at_offset_min", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("volume_ml", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drinks")),
    )
    op.create_index("ix_drinks_day", "drinks", ["day"])

    op.create_table(
        "episodes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("onset_utc", sa.Text(), nullable=False),
        sa.Column("onset_zone", sa.Text(), nullable=False),
        sa.Column("onset_offset_min", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("onset_exact", sa.Text(), nullable=False),
        sa.Column("resolved_utc", sa.Text(), nullable=True),
        sa.Column("resolved_zone", sa.Text(), nullable=True),
        sa.Column("resolved_offset_min", sa.Integer(), nullable=True),
        sa.Column("resolved_day", sa.Text(), nullable=True),
        sa.Column("end_unknown", sa.Boolean(), nullable=False),
        sa.Column("peak", sa.Integer(), nullable=True),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("areas", sa.Text(), nullable=False),
        sa.Column("spread", sa.Text(), nullable=True),
        sa.Column("exposures", sa.Text(), nullable=False),
        sa.Column("movements", sa.Text(), nullable=False),
        sa.Column("flare", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("peak BETWEEN 0 AND 10", name=op.f("ck_episodes_peak")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_episodes")),
    )
    op.create_index("ix_episodes_day", "episodes", ["day"])

    op.create_table(
        "experiments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("block_days", sa.Integer(), nullable=False),
        sa.Column("order", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=False),
        sa.Column("stop", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experiments")),
    )
    op.create_table(
        "factors",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("exposure", sa.Text(), nullable=True),
        sa.Column("lag", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("suspect_since", sa.Text(), nullable=True),
        sa.Column("retired", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_factors")),
    )
    op.create_table(
        "profile",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("problem_since", sa.Text(), nullable=True),
        sa.Column("fluid_limit", sa.Boolean(), nullable=False),
        sa.Column("risks", sa.Text(), nullable=False),
        sa.Column("allergies", sa.Text(), nullable=False),
        sa.Column("name_for_report", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile")),
    )
    op.create_table(
        "scores",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scores")),
    )
    op.create_index("ix_scores_day", "scores", ["day"])

    op.create_table(
        "signal_notes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_notes")),
    )
    op.create_index("ix_signal_notes_day", "signal_notes", ["day"])

    op.create_table(
        "stretches",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("at_zone", sa.Text(), nullable=False),
        sa.Column("at_offset_min", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=True),
        sa.Column("routine", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stretches")),
    )
    op.create_index("ix_stretches_day", "stretches", ["day"])

    op.create_table(
        "treatments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("usual_dose_mg", sa.Float(), nullable=True),
        sa.Column("prescribed", sa.Boolean(), nullable=False),
        sa.Column("regular", sa.Boolean(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_treatments")),
    )
    op.create_table(
        "visits",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("questions", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("follow_up", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
    )
    op.create_index("ix_visits_day", "visits", ["day"])

    op.create_table(
        "courses",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("treatment_id", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Text(), nullable=False),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["treatment_id"], ["treatments.id"], name=op.f("fk_courses_treatment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_courses")),
    )
    op.create_index("ix_courses_treatment_id", "courses", ["treatment_id"])

    op.create_table(
        "treatment_uses",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("treatment_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("prescribed", sa.Boolean(), nullable=False),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("at_zone", sa.Text(), nullable=False),
        sa.Column("at_offset_min", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("dose_mg", sa.Float(), nullable=True),
        sa.Column("dose_text", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("episode_id", sa.Text(), nullable=True),
        sa.Column("side_effect", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.id"], name=op.f("fk_treatment_uses_episode_id")
        ),
        sa.ForeignKeyConstraint(
            ["treatment_id"], ["treatments.id"], name=op.f("fk_treatment_uses_treatment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_treatment_uses")),
    )
    op.create_index("ix_treatment_uses_day", "treatment_uses", ["day"])
    op.create_index("ix_treatment_uses_episode_id", "treatment_uses", ["episode_id"])
    op.create_index("ix_treatment_uses_treatment_id", "treatment_uses", ["treatment_id"])

    op.create_table(
        "readings",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_zone", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset_min", sa.Integer(), nullable=False),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("at_zone", sa.Text(), nullable=False),
        sa.Column("at_offset_min", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("pain", sa.Integer(), nullable=True),
        sa.Column("word", sa.Text(), nullable=True),
        sa.Column("episode_id", sa.Text(), nullable=True),
        sa.Column("use_id", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("pain BETWEEN 0 AND 10", name=op.f("ck_readings_pain")),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.id"], name=op.f("fk_readings_episode_id")
        ),
        sa.ForeignKeyConstraint(["use_id"], ["treatment_uses.id"], name=op.f("fk_readings_use_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
    )
    op.create_index("ix_readings_day", "readings", ["day"])
    op.create_index("ix_readings_episode_id", "readings", ["episode_id"])
    op.create_index("ix_readings_use_id", "readings", ["use_id"])


def downgrade() -> None:
    op.drop_table("readings")
    op.drop_table("treatment_uses")
    op.drop_table("courses")
    op.drop_table("visits")
    op.drop_table("treatments")
    op.drop_table("stretches")
    op.drop_table("signal_notes")
    op.drop_table("scores")
    op.drop_table("profile")
    op.drop_table("factors")
    op.drop_table("experiments")
    op.drop_table("episodes")
    op.drop_table("drinks")
    op.drop_table("check_ins")
    op.drop_table("change_log")
    op.drop_table("answers")
    op.drop_table("activities")
