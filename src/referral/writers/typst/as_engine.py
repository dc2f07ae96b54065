"""Typst as an engine for a press."""

from referral.writers.pdf.press import Engine
from referral.writers.typst import engine
from referral.writers.typst.environment import environment
from referral.writers.typst.job import Job, of_job, to_job

ENGINE = Engine[Job](
    module=__name__,
    packages=("typst", "fontTools"),
    install=engine.INSTALL,
    advice="shorten or divide what stands there",
    environment=environment,
    lay_out=engine.lay_out,
    to_bytes=of_job,
    of_bytes=to_job,
)
