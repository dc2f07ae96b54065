"""WeasyPrint as an engine for a press."""

from referral.writers.pdf import engine
from referral.writers.pdf.environment import environment
from referral.writers.pdf.job import Job
from referral.writers.pdf.messages import of_job, to_job
from referral.writers.pdf.press import Engine


def _loaded_environment() -> str:
    engine.load()
    return environment()


ENGINE = Engine[Job](
    module=__name__,
    packages=("weasyprint",),
    install=engine.INSTALL,
    advice="shorten or divide what stands there, or take --pdf-engine typst",
    environment=_loaded_environment,
    lay_out=lambda job: engine.render(job.html, job.pictures, job.name),
    to_bytes=of_job,
    of_bytes=to_job,
)
