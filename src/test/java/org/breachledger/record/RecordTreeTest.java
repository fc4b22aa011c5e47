package org.breachledger.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of RFC 6962, by the eight leaves and the roots its implementations are tested with. */
class RecordTreeTest {

  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  @ParameterizedTest
  @CsvSource({
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  })
  void itsRootIsThatOfTheStandard(int leaves, String root) {
    RecordTree tree = tree(leaves);
    assertThat(tree.root()).isEqualTo(root);
    assertThat(tree.size()).isEqualTo(leaves);
  }

  @Test
  void withoutLeavesItHasNoRoot() {
    assertThat(new RecordTree().root()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 7, 8, 1000, 1023, 1024, 1025})
  void everyLeafLeadsToTheRootAndToNoOther(int leaves) {
    RecordTree tree = new RecordTree();
    List<byte[]> hashes = new ArrayList<>();
    for (int leaf = 0; leaf < leaves; leaf++) {
      hashes.add(tree.add(new byte[] {(byte) leaf, (byte) (leaf >> 8)}));
    }
    byte[] another = new RecordTree().add(new byte[] {1, 2, 3});
    for (int leaf = 0; leaf < leaves; leaf += 1 + leaves / 50) {
      RecordPath path = RecordPath.of(hashes, leaf);
      assertThat(path.root(hashes.get(leaf))).as("leaf %d", leaf).isEqualTo(tree.root());
      assertThat(path.root(another)).as("leaf %d", leaf).isNotEqualTo(tree.root());
    }
  }

  @Test
  void aPathBelongsToItsPlace() {
    RecordTree tree = new RecordTree();
    List<byte[]> hashes = new ArrayList<>();
    for (String leaf : LEAVES) {
      hashes.add(tree.add(HexFormat.of().parseHex(leaf)));
    }
    RecordPath second = RecordPath.of(hashes, 1);
    assertThat(new RecordPath(2, 8, second.beside()).root(hashes.get(1))).isNotEqualTo(tree.root());
    assertThatThrownBy(() -> new RecordPath(8, 8, second.beside()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Two hashes that are the children of a node do not pass for a leaf with the same bytes. */
  @Test
  void aNodeIsNoLeaf() {
    RecordTree two = tree(2);
    RecordTree forged = new RecordTree();
    byte[] first = new RecordTree().add(new byte[0]);
    byte[] second = new RecordTree().add(new byte[1]);
    byte[] both = new byte[64];
    System.arraycopy(first, 0, both, 0, 32);
    System.arraycopy(second, 0, both, 32, 32);
    forged.add(both);
    assertThat(forged.root()).isNotEqualTo(two.root());
  }

  private static RecordTree tree(int leaves) {
    RecordTree tree = new RecordTree();
    LEAVES.subList(0, leaves).forEach(leaf -> tree.add(HexFormat.of().parseHex(leaf)));
    return tree;
  }
}
