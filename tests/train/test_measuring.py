"""Calibration: figures that can be worked out by hand."""

import pytest

from kg.train.measuring import Point, bins, calibration_error, fit_slope, log_odds, reliability_plot


def points(*said):
    """Statements at a chance, of which so many are right and so many wrong."""
    return [
        Point(log_odds(chance), right)
        for chance, good, bad in said
        for right, count in ((True, good), (False, bad))
        for _ in range(count)
    ]


def test_an_honest_model_keeps_its_odds():
    assert fit_slope(points((0.9, 90, 10), (0.2, 20, 80))) == pytest.approx(1, abs=0.001)


def test_a_model_that_is_too_sure_is_damped():
    told = points((0.99, 80, 20), (0.01, 20, 80))
    slope = fit_slope(told)
    assert 0.2 < slope < 0.4
    assert calibration_error(bins(told, slope)) < 0.001 < calibration_error(bins(told))


def test_the_error_is_the_mean_distance_of_confidence_and_accuracy():
    assert calibration_error(bins(points((0.9, 5, 5), (0.1, 0, 10)))) == pytest.approx(0.25)


def test_a_slope_stays_positive_where_nothing_is_right():
    assert fit_slope(points((0.9, 0, 10))) == 0.05


def test_no_statements_no_error():
    assert calibration_error(bins([])) == 0


def test_the_plot_has_a_spot_a_bin():
    assert reliability_plot(bins(points((0.9, 5, 5), (0.1, 0, 10))), "x").count("<circle") == 2
