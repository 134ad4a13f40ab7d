"""Components: declared attributes, honest errors, shapes of charts, and a catalogue that shows all of them."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from brobygger.web.catalogue.examples import EXAMPLES
from brobygger.web.components import COMPONENTS, Component, WrongComponent
from brobygger.web.components.charts import HEIGHT, column_shapes, share_shapes


def rendered(source, **variables):
    return Template(source).render(Context(variables))


def test_component_renders_its_attributes_escaped():
    html = rendered('{% component "chip" text=text kind="match" %}', text="<b>C++</b>")

    assert "chip-match" in html
    assert "&lt;b&gt;C++&lt;/b&gt;" in html


@pytest.mark.parametrize(
    ("kind", "said"),
    [("match", "Matches:"), ("partly", "Partly:"), ("missing", "Missing:"), ("rule", "Excluded by:")],
)
def test_chip_says_what_its_sign_means_only_where_it_is_about_a_match(kind, said):
    of_match = rendered('{% component "chip" text="Python" kind=kind of_match=True %}', kind=kind)
    of_state = rendered('{% component "chip" text="left out" kind=kind %}', kind=kind)

    assert f'<span class="ds-sr-only">{said} </span>' in of_match
    assert "ds-sr-only" not in of_state
    assert "<svg" in of_state


def test_unknown_attribute_names_the_accepted_ones():
    with pytest.raises(
        WrongComponent, match=r"chip: unknown attribute 'colour'. Accepted: text, kind, title, of_match"
    ):
        rendered('{% component "chip" text="x" colour="red" %}')


def test_missing_attribute_is_named():
    with pytest.raises(WrongComponent, match="stat: missing 'label'"):
        rendered('{% component "stat" value=3 %}')


def test_value_outside_the_choices_names_them():
    with pytest.raises(WrongComponent, match="alert: kind is 'loud', not one of 'info', 'success'"):
        rendered('{% component "alert" text="x" kind="loud" %}')


def test_unknown_component_names_those_there_are():
    with pytest.raises(WrongComponent, match="there is no component 'carousel'. There are: heading, "):
        rendered('{% component "carousel" %}')


def test_wrapping_component_goes_around_its_content():
    html = rendered('{% wrap "card" title="Title" %}<p>{{ text }}</p>{% endwrap %}', text="a < b")

    assert "<p>a &lt; b</p>" in html


def test_wrapping_component_without_content_says_how_it_is_written():
    with pytest.raises(WrongComponent, match="card goes around content"):
        rendered('{% component "card" %}')


def test_component_without_content_does_not_wrap():
    with pytest.raises(WrongComponent, match="chip holds no content"):
        rendered('{% wrap "chip" text="x" %}y{% endwrap %}')


def test_component_sees_nothing_but_its_attributes():
    html = rendered('{% component "chip" text="x" %}', title="from the page")

    assert "from the page" not in html


@pytest.mark.parametrize("component", COMPONENTS.values(), ids=lambda component: component.name)
def test_component_is_explained_and_shown(component: Component):
    assert component.about.endswith(".")
    assert EXAMPLES[component.name]


def test_numbers_in_drawings_keep_their_decimal_point():
    with translation.override("da"):
        html = rendered(
            '{% component "columns" rows=rows label="x" %}{% component "bars" rows=rows %}',
            rows=[("a", 1), ("b", 3)],
        )

    assert 'y="160.0"' in html
    assert 'value="33.33"' in html


rows = st.lists(st.tuples(st.text(max_size=5), st.integers(-5, 10_000) | st.floats(-5, 1e6)), max_size=12)


@given(rows)
def test_bars_are_between_nothing_and_the_longest(rows):
    bars = share_shapes({"rows": rows, "most": None})["bars"]

    assert [(bar.label, bar.value) for bar in bars] == rows
    assert all(0 <= bar.share <= 100 for bar in bars)
    if any(value > 0 for _, value in rows):
        assert max(bar.share for bar in bars) == 100


@given(rows)
def test_columns_stand_on_the_axis_side_by_side(rows):
    columns = column_shapes({"rows": rows, "marked": ()})["shapes"]

    assert all(abs(column.y + column.height - HEIGHT) < 0.02 for column in columns)
    assert all(left.x + left.width <= right.x for left, right in zip(columns, columns[1:], strict=False))
