"""Where the repository keeps what tests look at, and the documents of its example boards."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "bscb_docs"
PLUGINS = ROOT / "plugins"
TEMPLATES = ROOT / "templates"
EXAMPLES = ROOT / "examples"
DOCS = ROOT / "docs"
TESTS = ROOT / "tests"
BOARDS = ("birmingham", "harrowmere")
DOCUMENTS = [
    *(("birmingham", name) for name in ("accountability-report", "business-improvement-plan")),
    *(("birmingham", name) for name in ("overview-of-progress", "role-of-independent-chair")),
    *(("harrowmere", name) for name in ("accountability-report", "business-improvement-plan")),
    *(("harrowmere", name) for name in ("groups-and-learning", "overview-of-progress")),
    *(("harrowmere", name) for name in ("implementation-plan", "progress-q3", "progress-q4", "what-changed")),
    *(("harrowmere", name) for name in ("assurance-framework", "executive-april-2026", "plan-on-a-page")),
    *(("harrowmere", name) for name in ("recommendations", "forward-plan")),
    *(("harrowmere", f"work-programme-{body}") for body in ("learning-and-review-group", "quality-and-impact-group")),
    *(("harrowmere", f"work-programme-{body}-forum") for body in ("education-safeguarding", "voice-and-participation")),
]
