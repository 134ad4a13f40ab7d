import json

from benchmarks.guard import fallen, keep


def known(before, after, **explained):
    return {"releases": {"0.9.0": before, "0.10.0": after}, "explained": explained}


def test_a_figure_that_fell_is_listed():
    assert fallen(known({"skills": 0.8, "dates": 0.9}, {"skills": 0.7, "dates": 0.9})) == [
        "skills: 0.8 in 0.9.0, 0.7 in 0.10.0"
    ]


def test_small_changes_and_explained_ones_are_not_listed():
    assert (
        fallen(known({"skills": 0.8, "dates": 0.9}, {"skills": 0.797, "dates": 0.1}, dates="stricter gold"))
        == []
    )


def test_a_figure_that_is_no_longer_measured_is_listed():
    assert fallen(known({"skills": 0.8}, {})) == ["skills: 0.8 in 0.9.0, not measured in 0.10.0"]


def test_the_first_release_has_nothing_to_fall_below():
    assert fallen({"releases": {"0.1.0": {"skills": 0.8}}, "explained": {}}) == []


def test_keep_adds_to_the_release_that_is_being_made(tmp_path):
    path = tmp_path / "figures.json"

    keep({"skills": 0.81234}, path)
    keep({"dates": 0.9}, path)

    (release,) = json.loads(path.read_text(encoding="utf-8"))["releases"].values()
    assert release == {"skills": 0.8123, "dates": 0.9}
