"""The same run on a cluster: the same bytes, though one of its nodes is lost meanwhile."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extractor.batch import ray as engines
from extractor.batch.engine import ClusterError, Limits, Unwritable
from extractor.batch.progress import Reporter
from extractor.batch.ray import RayEngine
from extractor.batch.run import run
from extractor.batch.worker import Job, read_document
from extractor.model.proses import Failure, Options, Run
from extractor.warehouse.redact import UNREDACTED, Redaction
from extractor.warehouse.redact import redaction as redact
from tests.batch.runs import files

ray = pytest.importorskip("ray")
SAMPLES = Path(__file__).resolve().parents[2] / "corpus" / "sampel"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a cluster of several nodes on one machine is made on Linux only")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two nodes of one processor each beside a head that does no work."""
    from ray.cluster_utils import Cluster  # noqa: PLC0415

    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 0})
    made.add_node(num_cpus=1)
    made.add_node(num_cpus=1)
    made.wait_for_nodes()
    ray.init(address=made.address, log_to_driver=False)
    yield made
    ray.shutdown()
    made.shutdown()


class Losing:
    """An engine whose cluster loses a node once the first task is done."""

    def __init__(self, engine: RayEngine, cluster: Any) -> None:
        self.engine, self.cluster = engine, cluster
        self.prepare, self.close = engine.prepare, engine.close

    def run(self, work: Any, tasks: Any, share: int = 1) -> Iterator[Any]:
        for number, done in enumerate(self.engine.run(work, tasks, share)):
            if number == 0 and len(self.cluster.worker_nodes) > 1:
                self.cluster.remove_node(next(iter(self.cluster.worker_nodes)), allow_graceful=False)
            yield done


def extract(out: Path, engine: Any, given: Path = SAMPLES, redaction: Redaction = UNREDACTED) -> Run:
    out.mkdir(exist_ok=True)
    options = Options(inputs=[str(given)], out=str(out), jobs=2, timeout=600, memory=None, formats=["json"])
    with Reporter() as reporter:
        return run(options, out, reporter, engine=engine, redaction=redaction)


def test_a_document_that_fails_is_recorded_as_on_one_machine(cluster: Any, tmp_path: Path) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7 and no more")
    ((_, failed),) = RayEngine(Limits()).run(read_document, [Job(broken, "rusak.pdf", "0" * 64, tmp_path / "out")])
    assert isinstance(failed, Failure)
    assert (failed.path, failed.stage, failed.traceback) == ("rusak.pdf", "reading", None)


def lose_the_disk(job: Job, tell: object) -> None:
    raise Unwritable(28, "No space left on device", str(job.out))


def test_what_a_node_cannot_do_is_said_in_one_line(cluster: Any, tmp_path: Path) -> None:
    report = SAMPLES / "1-lkj-kpu-kabupaten.txt"
    with pytest.raises(ClusterError, match="No space left"):
        list(RayEngine(Limits()).run(lose_the_disk, [Job(report, report.name, "0" * 64, tmp_path)]))


def test_a_node_with_another_program_is_refused(cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "build", lambda: "mine")
    report = SAMPLES / "1-lkj-kpu-kabupaten.txt"
    with pytest.raises(ClusterError, match="versi"):
        list(RayEngine(Limits()).run(read_document, [Job(report, report.name, "0" * 64, tmp_path)]))
    assert not list(tmp_path.iterdir())


def test_a_redacted_run_leaves_the_same_without_its_names(cluster: Any, tmp_path: Path) -> None:
    """Two documents of a satker-year, a broken one; then one that came later, for which the others are needed again."""
    given, redaction = tmp_path / "masuk", redact(False, b"0123456789abcdef")
    given.mkdir()
    for name in ("1-lkj-kpu-kabupaten.txt", "3-perencanaan-kpu-kota.md"):
        shutil.copy(SAMPLES / name, given)
    (given / "rusak.pdf").write_bytes(b"%PDF-1.7 and no more")
    for later in (None, "1-lkj-kpu-kabupaten.pdf"):
        if later:
            shutil.copy(SAMPLES / later, given)
        done = extract(tmp_path / "ray", RayEngine(Limits(memory=4096)), given, redaction)
        extract(tmp_path / "local", None, given, redaction)
        assert (done.counts.documents, done.counts.failures) == (3 if later else 2, 1)
        assert files(tmp_path / "ray") == files(tmp_path / "local")
    extract(tmp_path / "raw", None, given)
    (listed,) = (json.loads(path.read_bytes())["pegawai"]["daftar"] for path in (tmp_path / "raw" / "satker").glob("*pacitan/*.json"))
    hidden = b"".join(files(tmp_path / "ray").values()) + (tmp_path / "ray" / "run.json").read_bytes()
    assert listed
    assert [row["nama"] for row in listed if row["nama"].encode() in hidden] == []
    assert [path.name for path in (tmp_path / "ray").iterdir() if path.name.startswith(".")] == []


def test_nothing_is_lost_or_doubled_with_a_node(cluster: Any, tmp_path: Path) -> None:
    engine = Losing(RayEngine(Limits(memory=4096)), cluster)
    done = extract(tmp_path / "ray", engine)
    assert len(cluster.worker_nodes) == 1
    assert (done.counts.documents, done.counts.failures) == (6, 0)
    again = extract(tmp_path / "ray", engine)
    assert again.counts.reused == 6
    extract(tmp_path / "local", None)
    assert files(tmp_path / "ray") == files(tmp_path / "local")


def test_a_cluster_that_is_not_there_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ray, "is_initialized", lambda: False)
    monkeypatch.setenv("RAY_ADDRESS", "127.0.0.1:1")
    with pytest.raises(ClusterError, match="RAY_ADDRESS"):
        RayEngine(Limits())


def test_a_task_can_be_done_elsewhere(tmp_path: Path) -> None:
    job = Job(SAMPLES / "2-lkip-dinas.txt", "2-lkip-dinas.txt", "0" * 64, tmp_path)
    (place,) = job.parcel()
    moved = job.unpacked(Path("/elsewhere"))
    assert moved == replace(job, path=Path("/elsewhere") / place, out=Path("/elsewhere"))
    assert moved.path.name == job.path.name
