package io.tagginggateway.benchmarks.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws the cost of a page against the rows stored: {@code RESULTS-FILE IMAGE-FILE}. */
final class PageCost {
  private static final Pattern NAME = Pattern.compile("MatcherBenchmark\\.(\\w+)\\[rows=(\\d+)]");
  private static final Map<String, String> TITLES =
      Map.of(
          "pageById", "one id, the same again",
          "pageByAnyId", "one id, any of all",
          "pageByTwoFilters", "two tag filters");

  private PageCost() {}

  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Map<String, Map<Long, Double>> series = read(new ObjectMapper().readTree(new File(args[0])));
    XYChart chart =
        new XYChartBuilder()
            .width(800)
            .height(480)
            .title("Cost of a page of ten rows")
            .xAxisTitle("rows stored")
            .yAxisTitle("microseconds")
            .build();
    chart.getStyler().setXAxisLogarithmic(true).setYAxisMin(0.0);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(LegendLayout.Horizontal).setChartBackgroundColor(Color.WHITE);
    series.forEach((name, points) -> add(chart, TITLES.getOrDefault(name, name), points));
    BitmapEncoder.saveBitmap(chart, args[1], BitmapFormat.PNG);
  }

  private static Map<String, Map<Long, Double>> read(JsonNode results) {
    Map<String, Map<Long, Double>> series = new TreeMap<>();
    for (JsonNode benchmark : results.get("benchmarks")) {
      Matcher name = NAME.matcher(benchmark.get("name").asText());
      if (name.matches()) {
        series
            .computeIfAbsent(name.group(1), key -> new TreeMap<>())
            .put(Long.valueOf(name.group(2)), benchmark.get("median").asDouble() / 1000);
      }
    }
    if (series.isEmpty()) {
      throw new IllegalArgumentException("no result of MatcherBenchmark to draw");
    }
    return series;
  }

  private static void add(XYChart chart, String title, Map<Long, Double> points) {
    List<Long> rows = new ArrayList<>(points.keySet());
    chart.addSeries(title, rows, new ArrayList<>(points.values()));
  }
}
