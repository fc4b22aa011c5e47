package org.breachledger.normalise;

import java.util.List;
import org.breachledger.normalise.SchoolSentences.Sentence;

/**
 * How staff put incidents into words, each sentence made up for this test and given its type before
 * any rule saw it. The rules of the day took 42 of the first 62 rightly, 37 of the next 59 and 17
 * of the last 30; what they missed showed which reasons had no row yet.
 */
final class StaffSentences {

  private static final String TABLE =
      """
      # the first 62
      DISCLOSED_IN_ERROR||Office admin emailed the IEP for one child to the mum of a different child with the same first name.
      DISCLOSED_IN_ERROR||Head of Year sent the behaviour report home to both parents, although dad is not allowed contact under a court order.
      DISCLOSED_IN_ERROR||Trip letter went out via Arbor to all of Year 8 with everyone's addresses in the To field.
      LOST_OR_STOLEN_PAPERWORK||TA left a pupil's annual review report on the number 42 bus after work.
      DISCLOSED_IN_ERROR|UNAUTHORISED_ACCESS;TECHNICAL_SECURITY_FAILING|The safeguarding folder in Teams had been open to all staff since September; permissions were set wrong when the team was created.
      LOST_OR_STOLEN_HARDWARE||Teacher can't find the pen drive she keeps her mark book on. Last seen in the staffroom on Tuesday.
      DISCLOSED_IN_ERROR||Class teacher projected SIMS onto the board by mistake and pupils saw the register with FSM and SEN codes.
      TECHNICAL_SECURITY_FAILING||Finance officer clicked a link in an email pretending to be from the head and typed in her password. Her account then sent 400 emails.
      DISCLOSED_IN_ERROR|UNAUTHORISED_ACCESS|Site manager showed a parent the CCTV of another child being bullied on the playground.
      LOST_OR_STOLEN_PAPERWORK||Printed trip list with parents' mobile numbers and allergies went missing at the Science Museum.
      LOST_OR_STOLEN_PAPERWORK|OTHER|Seating plan with SEN and PP flags left on the desk in B12, a pupil took a photo of it.
      INSECURE_DISPOSAL_PAPERWORK||Bags of confidential shredding were put out with the ordinary recycling by the cleaners.
      LOST_OR_STOLEN_HARDWARE||Deputy head's school laptop was taken from the back seat of his car outside his gym.
      UPLOADED_TO_WEBSITE_IN_ERROR||The full staff list with home addresses was put on the school website instead of the governors' area.
      UPLOADED_TO_WEBSITE_IN_ERROR||Photo of a looked-after child posted on the school's Facebook page though there was no consent.
      UNAUTHORISED_ACCESS||A midday supervisor looked up her neighbour's child on CPOMS out of curiosity.
      UNAUTHORISED_ACCESS||Pupil guessed his teacher's password and got into the Google Classroom mark sheet.
      LOST_IN_TRANSIT||CP file for a leaver was sent by Royal Mail signed for and the new school says it never turned up.
      LOST_IN_TRANSIT||USB with CCTV for the police was put in the post. The envelope came but it was ripped and empty.
      EQUIPMENT_OR_SYSTEMS_FAILURE||The server in the comms room died over half term and two weeks of attendance marks can't be restored from backup.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Power cut took out the NAS; the safeguarding drive was unreadable until Thursday.
      OTHER|LOST_OR_STOLEN_PAPERWORK|When the old caretaker's bungalow was handed to the council, three filing cabinets of pupil records were still in it.
      OTHER|UNAUTHORISED_ACCESS|Medical room left unlocked all weekend during a lettings event with the care plans on the shelf.
      DISCLOSED_IN_ERROR||Receptionist read out a child's new address over the phone to someone claiming to be grandma.
      DISCLOSED_IN_ERROR||Two report cards got stuck together and the wrong family took one home.
      DISCLOSED_IN_ERROR||We got an email from another primary with their child's EHCP meant for a school with a similar name.
      DISCLOSED_IN_ERROR||Supply teacher was handed the medical list for the wrong class and took it home.
      TECHNICAL_SECURITY_FAILING||Ransomware on the curriculum server, note left asking for bitcoin. All shared drives encrypted.
      TECHNICAL_SECURITY_FAILING||Our payroll provider told us criminals had got in through their file transfer tool and copied staff data.
      TECHNICAL_SECURITY_FAILING||Parents' app showed other families' children after an update, supplier fixed the bug the same day.
      DISCLOSED_IN_ERROR||SENCO attached the whole cohort's tracking spreadsheet instead of the one-page profile.
      DISCLOSED_IN_ERROR||Minutes of the exclusion panel forwarded to a parent governor who is a friend of the family.
      LOST_OR_STOLEN_PAPERWORK||PE staff bag nicked from the minibus with the emergency contact sheets inside.
      LOST_OR_STOLEN_PAPERWORK||Parent brought in a register she had picked up off the pavement by the crossing.
      LOST_OR_STOLEN_HARDWARE||Nursery tablet disappeared from the cloakroom. It is used for observations and photos of the children.
      LOST_OR_STOLEN_HARDWARE||Walkie talkie and the office mobile gone from the shed after the fair.
      INSECURE_DISPOSAL_PAPERWORK||Old workbooks and assessment papers were found in a skip at the back of the site, names showing.
      INSECURE_DISPOSAL_HARDWARE||Computer sold on eBay after the IT refresh still had pupil photos on the disk.
      UPLOADED_TO_WEBSITE_IN_ERROR||Governing body minutes went on the website with part two, the confidential part, still attached.
      UPLOADED_TO_WEBSITE_IN_ERROR|DISCLOSED_IN_ERROR|Teacher put the mock results for the whole set on the public class blog by accident.
      DISCLOSED_IN_ERROR||FOI response released with hidden rows in the spreadsheet that named staff on sick leave.
      DISCLOSED_IN_ERROR||Fob list and door codes accidentally shared with the PTA WhatsApp group.
      DISCLOSED_IN_ERROR||Letter about fee arrears put in the wrong child's tray and read by the other parent.
      DISCLOSED_IN_ERROR||ParentMail message about head lice named the child concerned.
      UNAUTHORISED_ACCESS||A teaching assistant used the head's login while the PC was unlocked to read her own appraisal.
      UNAUTHORISED_ACCESS||Ex-member of staff still had access to the shared mailbox after leaving, and has been reading it.
      UNAUTHORISED_ACCESS|DISCLOSED_IN_ERROR|Year 11 boys opened the staff share from a classroom PC and copied detention lists.
      LOST_IN_TRANSIT||Box of GCSE scripts not delivered; Parcelforce cannot trace it.
      LOST_IN_TRANSIT|DISCLOSED_IN_ERROR|Internal post bag between the two sites arrived without the staff absence forms.
      LOST_OR_STOLEN_PAPERWORK||Counsellor's notebook has gone missing from her locked drawer.
      LOST_OR_STOLEN_PAPERWORK||Break-in over the holiday. Petty cash and the staff signing-in book are gone.
      EQUIPMENT_OR_SYSTEMS_FAILURE|TECHNICAL_SECURITY_FAILING|MIS was down for three days after the hosting company's outage so nobody could get at medical information.
      DISCLOSED_IN_ERROR||Staff member chatting in the supermarket about a pupil's home life was overheard by that pupil's aunt.
      DISCLOSED_IN_ERROR||Personal statement uploaded to the wrong pupil's UCAS form and seen by that pupil.
      DISCLOSED_IN_ERROR||Parents' evening printouts were swapped so two dads saw each other's child's scores.
      DISCLOSED_IN_ERROR||Nurse's immunisation list copied to the whole staff instead of the first aiders.
      TECHNICAL_SECURITY_FAILING||Strange logins from Nigeria to the bursar's Office 365; a rule was forwarding invoices to a Gmail address.
      TECHNICAL_SECURITY_FAILING|DISCLOSED_IN_ERROR|A link to the admissions form answers could be opened by anyone on the internet without signing in.
      TECHNICAL_SECURITY_FAILING||Google Form settings let every parent see the previous responses.
      LOST_OR_STOLEN_HARDWARE||Camera card with the Reception sports day pictures fell out somewhere on the field.
      OTHER||Fire damaged the archive cupboard, and some personnel files were burnt.
      LOST_OR_STOLEN_PAPERWORK|OTHER|Pupil premium list left on the photocopier and seen by a volunteer.
      # the next 59
      DISCLOSED_IN_ERROR||Attendance letter for one pupil was slipped into another pupil's planner.
      DISCLOSED_IN_ERROR||Head's PA cc'd a supplier into an email thread about a grievance.
      DISCLOSED_IN_ERROR||SEND report printed to the library printer by accident and read by sixth formers.
      DISCLOSED_IN_ERROR||School nurse phoned the wrong mother about a child's bedwetting.
      DISCLOSED_IN_ERROR||Exam access arrangements for the whole year pinned up outside the hall.
      DISCLOSED_IN_ERROR||Payslip for one TA was put in a colleague's pigeonhole.
      DISCLOSED_IN_ERROR||Names of pupils on free school meals called out in assembly.
      DISCLOSED_IN_ERROR||Parent was given her ex-husband's new phone number by the office.
      DISCLOSED_IN_ERROR||Class WhatsApp group shows all parents' numbers after the teacher set it up without asking.
      DISCLOSED_IN_ERROR||Governor sent confidential papers to his wife's inbox because autofill chose her.
      DISCLOSED_IN_ERROR||Bursar's salary spreadsheet attached to the all-staff bulletin.
      DISCLOSED_IN_ERROR||Reports for two twins from another family were emailed to us by the nursery.
      DISCLOSED_IN_ERROR||Subject access bundle included two pages about another employee.
      DISCLOSED_IN_ERROR||Text about an exclusion meeting went to every parent in Year 9.
      DISCLOSED_IN_ERROR||Teacher discussed a child's adoption with a parent helper on a trip.
      UPLOADED_TO_WEBSITE_IN_ERROR||Newsletter on the website gave the surname and class of a child under a protection order.
      UPLOADED_TO_WEBSITE_IN_ERROR||Admissions appeal decision with names could be downloaded from our site for three days.
      UPLOADED_TO_WEBSITE_IN_ERROR||Tweet from the PE account showed a register on the clipboard in the photo.
      UPLOADED_TO_WEBSITE_IN_ERROR||A video of the nativity was made public on YouTube instead of unlisted.
      LOST_OR_STOLEN_PAPERWORK||Educational psychologist's handwritten notes missing since the meeting.
      LOST_OR_STOLEN_PAPERWORK||Teacher's car broken into and a box of Year 4 books stolen.
      LOST_OR_STOLEN_PAPERWORK||Planner with pupil passwords stuck inside mislaid, possibly at the tip.
      LOST_OR_STOLEN_PAPERWORK||Medical consent forms blew away at the beach.
      LOST_OR_STOLEN_PAPERWORK||Pages from a behaviour log were found in the hedge by a dog walker.
      LOST_OR_STOLEN_PAPERWORK||Red safeguarding folder isn't where it should be and nobody knows who had it last.
      LOST_OR_STOLEN_PAPERWORK||Cover work with the SEN list was left on the train by a supply teacher.
      LOST_OR_STOLEN_HARDWARE||Sixth former took a school Surface home and says it was robbed from him in the park.
      LOST_OR_STOLEN_HARDWARE||Two iPads short after the stocktake.
      LOST_OR_STOLEN_HARDWARE||Head left her phone in a cab on the way back from a conference.
      LOST_OR_STOLEN_HARDWARE||Portable hard drive with the yearbook photos can't be found.
      LOST_OR_STOLEN_HARDWARE||Burglars forced the ICT store and got away with eleven Chromebooks.
      LOST_IN_TRANSIT||Couriers mislaid the parcel with moderation samples.
      LOST_IN_TRANSIT||The child's paper file was posted second class to the academy and has not turned up after three weeks.
      LOST_IN_TRANSIT||Envelope of passports for the ski trip was damaged by the post office with one passport gone.
      INSECURE_DISPOSAL_PAPERWORK||Pupil profiles put in the paper recycling rather than the confidential bin.
      INSECURE_DISPOSAL_PAPERWORK||Caretaker took a load of old reports to the council tip in open boxes.
      INSECURE_DISPOSAL_HARDWARE||Old staff laptops given to a charity without being wiped.
      INSECURE_DISPOSAL_HARDWARE||Broken USB sticks thrown in the bin in the ICT room.
      TECHNICAL_SECURITY_FAILING||Head's Twitter was taken over and posted rude messages.
      TECHNICAL_SECURITY_FAILING||Fake invoice paid after the supplier's email had been hacked.
      TECHNICAL_SECURITY_FAILING||Pupils discovered that the OneDrive of the English department was open to the whole school.
      TECHNICAL_SECURITY_FAILING||Several staff filled in their passwords on a page that looked like Microsoft.
      TECHNICAL_SECURITY_FAILING||Virus on the office PC after a memory stick from home was used.
      TECHNICAL_SECURITY_FAILING||Online booking system for parents' evening let families see one another's appointments.
      TECHNICAL_SECURITY_FAILING||Someone joined the online lesson who wasn't a pupil and shouted abuse.
      EQUIPMENT_OR_SYSTEMS_FAILURE||SIMS would not open for four days after the upgrade and we had no emergency contacts.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Coursework folder got wiped when the drive filled up; no copy.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Biometric till lost all its data in a power surge.
      UNAUTHORISED_ACCESS||Office temp read the head's confidential emails while covering.
      UNAUTHORISED_ACCESS||Teacher gave pupils her login so they could print.
      UNAUTHORISED_ACCESS||A dinner lady checked the MIS to find out where her ex lives.
      UNAUTHORISED_ACCESS||Lad in Year 10 used a teacher's unlocked laptop to change his behaviour points.
      UNAUTHORISED_ACCESS||Governor who had stepped down carried on looking at board papers in the portal.
      OTHER||Filing cabinet keys left in the lock over the summer with builders on site.
      OTHER||Pupil photos being kept on the system ten years after they left.
      OTHER||New quiz app used with Year 5 before any DPIA.
      OTHER|DISCLOSED_IN_ERROR|CCTV camera was found to be covering the toilets' changing area.
      OTHER||Two pupils with the same name had their medical records merged on the system.
      OTHER||Staff room noticeboard still holds pupil allergy information visible to visitors in a room that is never locked.
      # the last 30
      DISCLOSED_IN_ERROR||Office sent the wrong twin's report to a grandparent.
      DISCLOSED_IN_ERROR||Message about a safeguarding referral was typed into the parents' chat instead of the staff one.
      DISCLOSED_IN_ERROR||Consent slip for one boy was returned in his classmate's folder.
      DISCLOSED_IN_ERROR||Teacher mentioned a pupil's epilepsy to another family at the school fair.
      DISCLOSED_IN_ERROR||Names of children with outstanding dinner money were listed in the newsletter.
      DISCLOSED_IN_ERROR||Interview feedback for one candidate emailed to another candidate.
      DISCLOSED_IN_ERROR||Clerk put the whole appeal pack in with the letter to one appellant.
      DISCLOSED_IN_ERROR||An LSA told a taxi driver why the child is in care.
      DISCLOSED_IN_ERROR||Mum could read the notes about a different pupil on the screen during a meeting.
      LOST_OR_STOLEN_PAPERWORK||Trainee can't find her lesson observation file with pupil data sheets.
      LOST_OR_STOLEN_PAPERWORK||First aid slips were dropped in the car park and a neighbour handed them in.
      LOST_OR_STOLEN_PAPERWORK||Bag with the Year 2 phonics checks taken from a teacher's porch.
      LOST_OR_STOLEN_HARDWARE||Dictaphone with pupil interviews disappeared from the SEN office.
      LOST_OR_STOLEN_HARDWARE||Governor's council laptop left on a plane.
      LOST_OR_STOLEN_HARDWARE||Thief took a till tablet and two phones from the school shop.
      LOST_IN_TRANSIT||Pupil records sent by courier to a school in Leeds are still not there after a month.
      LOST_IN_TRANSIT||DVD of the school play ordered by families vanished in the post.
      INSECURE_DISPOSAL_PAPERWORK||Volunteer threw SATs practice papers with names in the street litter bin.
      INSECURE_DISPOSAL_HARDWARE||Old server went to the scrap man with the disks in.
      UPLOADED_TO_WEBSITE_IN_ERROR||Policy page online linked to a document with staff absence data.
      UPLOADED_TO_WEBSITE_IN_ERROR||Photo of a pupil whose parents had refused consent shared on the school's Instagram.
      TECHNICAL_SECURITY_FAILING||Someone outside got hold of the office email password and wrote to all suppliers.
      TECHNICAL_SECURITY_FAILING||Caterer's ordering app leaked parents' card details.
      TECHNICAL_SECURITY_FAILING||Calendar entries with pupil names were visible to the whole trust because of a default setting.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Sync error deleted the pastoral folder and IT could not bring it back.
      UNAUTHORISED_ACCESS||Midday assistant was caught scrolling through the medical list for no reason.
      UNAUTHORISED_ACCESS||Student teacher logged in as the class teacher for a term.
      UNAUTHORISED_ACCESS||Admin worker printed her sister's disciplinary file.
      OTHER||Old attendance registers found in the loft of the former infants' building.
      OTHER||Staff recorded a parents' meeting without telling anyone.
      """;

  private StaffSentences() {}

  static List<Sentence> list() {
    return SchoolSentences.parsed(TABLE);
  }
}
